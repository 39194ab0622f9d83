# flytekit: ValueError
from flytekit import SQLTask
from flytekit.models.task import Container, Resources, Sql


class Both(SQLTask):
    def get_container(self, settings):
        return Container("alpine", [], [], Resources([], []), {}, {})

    def get_sql(self, settings):
        return Sql("select 1")


own = Both("both", "select 1")  # expect: FTC201 task both: it has a container and a SQL statement, expected at most one of them
