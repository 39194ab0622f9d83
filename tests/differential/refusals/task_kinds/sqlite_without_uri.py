# flytekit: ValueError
from flytekit.extras.sqlite3.task import SQLite3Task

own = SQLite3Task("own", "select 1")  # expect: FTC201 task own has no database
