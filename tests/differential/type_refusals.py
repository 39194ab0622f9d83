"""Types and values that flytec refuses, each with its full message.

`REFUSED_...` are refused by flytekit too; `NOT_COVERED_...` are not: what flytekit makes of them names a place on this
machine, varies from run to run, or is lost. A row is a type, or `type <- value`; indented below it stand the code's
slug and the message, which may go on over several lines, and after `->` the hint.
"""

from differential.type_cases import CLASSES_SETUP, ENUMS_SETUP

REFUSED_SETUP = (
    CLASSES_SETUP
    + ENUMS_SETUP
    + """
class Pair(NamedTuple):
    a: int
    b: str
class Number(Enum):
    ONE = 1
class Weekday(IntEnum):
    MONDAY = 1
class Nothing(Enum): pass
class Ragged(Enum):
    A = "a"
    B = 2
class Path(os.PathLike):
    def __fspath__(self): return "x"
@dataclass
class Point:
    x: int
@dataclass
class Unresolved:
    x: "Missing"
"""
)

REFUSED_TYPES = """
tuple
    unsupported-type: tuple is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
Tuple
    unsupported-type: Tuple is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
tuple[int, str]
    unsupported-type: tuple[int, str] is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
Tuple[int, ...]
    unsupported-type: Tuple[int, ...] is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
Pair
    unsupported-type: Pair is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
NamedTuple
    unsupported-type: NamedTuple is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
list[tuple]
    unsupported-type: tuple is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
dict[str, Tuple[int]]
    unsupported-type: Tuple[int] is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
Optional[Tuple[int]]
    unsupported-type: Tuple[int] is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
list
    unsupported-type: list does not say what is in it, expected list[T]
    -> name the type of the items, such as list[int]
List
    unsupported-type: List does not say what is in it, expected list[T]
    -> name the type of the items, such as list[int]
Optional[list]
    unsupported-type: list does not say what is in it, expected list[T]
    -> name the type of the items, such as list[int]
list[None]
    unsupported-type: list[None] does not say what is in it, expected list[T]
    -> name the type of the items, such as list[int]
Annotated[list, "x"]
    unsupported-type: Annotated[list, 'x'] does not say what is in it, expected list[T]
    -> name the type of the items, such as list[int]
OfList
    unsupported-type: OfList does not say what is in it, expected list[T]
    -> name the type of the items, such as list[int]
Iterator
    unsupported-type: Iterator does not say what it yields, expected Iterator[T]
    -> name the type of the items
Iterator[tuple]
    unsupported-type: tuple is a tuple, expected a type that Flyte has
    -> use a dataclass, a list, or several outputs
OrderedDict[str, int]
    unsupported-type: collections.OrderedDict[str, int] is a mapping without a Flyte type, expected dict[K, V]
    -> use dict[K, V]
collections.defaultdict[str, int]
    unsupported-type: collections.defaultdict[str, int] is a mapping without a Flyte type, expected dict[K, V]
    -> use dict[K, V]
Literal["a", 1]
    unsupported-type: Literal['a', 1] has values of int, str, expected values of one type
    -> split the literal, or use a plain type
Literal[b"x"]
    unsupported-type: Literal[b'x'] has values of bytes, expected str, int, float or bool
    -> use values of one of these types
Literal[None]
    unsupported-type: Literal[None] has values of NoneType, expected str, int, float or bool
    -> use values of one of these types
Annotated[Literal["a", "b"], "x"]
    unsupported-type: Annotated[Literal['a', 'b'], 'x'] annotates a Literal, expected the Literal alone
    -> remove Annotated
Number
    unsupported-type: the enum Number has 1, expected strings
    -> give every member a string
Weekday
    unsupported-type: the enum Weekday has 1, expected strings
    -> give every member a string
Nothing
    unsupported-type: the enum Nothing has no values, expected strings
    -> give every member a string
Ragged
    unsupported-type: the enum Ragged has 'a', 2, expected strings
    -> give every member a string
Annotated[Color, "x"]
    unsupported-type: Annotated[case_refused.Color, 'x'] annotates an enum, expected the enum alone
    -> remove Annotated
Optional[Annotated[Color, "x"]]
    unsupported-type: Annotated[case_refused.Color, 'x'] annotates an enum, expected the enum alone
    -> remove Annotated
os.PathLike[str]
    unsupported-type: os.PathLike[str] is a path of its own kind, expected FlyteFile or os.PathLike
    -> use FlyteFile
Annotated[os.PathLike, "x"]
    unsupported-type: Annotated[os.PathLike, 'x'] is a path of its own kind, expected FlyteFile or os.PathLike
    -> use FlyteFile
Path
    unsupported-type: Path is a path of its own kind, expected FlyteFile or os.PathLike
    -> use FlyteFile
Annotated[dict, FlyteAnnotation({"a": 1})]
    unsupported-type: dict carries a FlyteAnnotation, which a dict cannot have
    -> remove the annotation
Annotated[Point, FlyteAnnotation({"a": 1})]
    unsupported-type: Point carries a FlyteAnnotation, which a dataclass cannot have
    -> remove the annotation
Annotated[int, FlyteAnnotation({"a": 1}), FlyteAnnotation({"b": 1})]
    unsupported-type: int carries 2 FlyteAnnotations, expected one
    -> merge them
Annotated[int, FlyteAnnotation({"cache-key-metadata": 1})]
    unsupported-type: the FlyteAnnotation of int has the key 'cache-key-metadata', which flytekit sets itself
    -> use another key
Annotated[int, FlyteAnnotation({"a": {1, 2}})]
    unsupported-type: the FlyteAnnotation of int holds what JSON cannot say, expected plain data
    -> use strings, numbers, booleans, lists and dicts
Annotated[StructuredDataset, kwtypes(day=datetime.date)]
    unsupported-type: a column is of type date, expected int, float, bool, str, datetime, timedelta or a numpy type
    -> use one of these types
Annotated[StructuredDataset, kwtypes(x=tuple)]
    unsupported-type: a column is of type tuple, expected int, float, bool, str, datetime, timedelta or a numpy type
    -> use one of these types
Annotated[StructuredDataset, "csv", "parquet"]
    unsupported-type: StructuredDataset is annotated with more than one format, expected one
    -> keep one
Annotated[StructuredDataset, pyarrow.lib.Schema(), pyarrow.lib.Schema()]
    unsupported-type: StructuredDataset is annotated with more than one Arrow schema, expected one
    -> keep one
FlyteSchema[kwtypes(day=datetime.date)]
    unsupported-type: a column is of type date, expected int, float, bool, str, datetime, timedelta or a numpy type
    -> use one of these types
Unresolved
    unsupported-type: the annotations of Unresolved cannot be resolved: name 'Missing' is not defined
    -> import what the annotations name
{"a": int}
    unsupported-type: the annotation {'a': <class 'int'>} is a dict, expected a type
    -> annotate with a type
pydantic.BaseModel
    unsupported-type: BaseModel has no JSON schema: model_json_schema() must be called on a subclass of BaseModel,
    not BaseModel itself.
    -> use fields that pydantic has a schema for
"""

NOT_COVERED_SETUP = """
@dataclass
class Tree:
    children: "List[Tree]"
@dataclass
class Parent:
    children: "List[Child]"
@dataclass
class Child:
    parent: Parent
@dataclass
class WithLocalDefault:
    f: FlyteFile = FlyteFile("/nowhere/at-all.txt")
@dataclass_json
@dataclass
class WithArray:
    a: np.ndarray
class ModelOfDataset(pydantic.BaseModel):
    s: StructuredDataset
class Ragged(Enum):
    A = "a"
    B = 2
"""

NOT_COVERED_TYPES = """
Tree
    unsupported-type: Tree contains itself, expected a type of finite depth
    -> refer to the inner value by an id, or pass it as JSON
Parent
    unsupported-type: Parent contains itself, expected a type of finite depth
    -> refer to the inner value by an id, or pass it as JSON
WithLocalDefault
    invalid-literal: the FlyteFile '/nowhere/at-all.txt' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
WithArray
    unsupported-type: WithArray has a schema by marshmallow at best, expected one by mashumaro
    -> remove dataclasses_json from the dataclass
ModelOfDataset
    unsupported-type: a pydantic model has a field of StructuredDataset, expected it as an input or output of its own
    -> take it out of the model, or compile with --frontend flytekit
"""

REFUSED_VALUES_SETUP = (
    REFUSED_SETUP
    + """
class Movie(TypedDict):
    title: str
@dataclass
class Other:
    y: str
@dataclass
class Twin:
    x: str
@dataclass
class TwoFlyte:
    either: Union[FlyteFile, FlyteDirectory, None] = None
@dataclass
class OfObject:
    o: object
class Regular:
    a: int
@dataclass
class FromRegular(Regular):
    b: int
@dataclass
class WithMarker:
    a: int
    _: KW_ONLY
    b: int = 2
def explode(value): raise RuntimeError("no hash today")
"""
)

REFUSED_VALUES = """
int <- "a"
    invalid-literal: 'a' is a str, expected int
    -> give a value of the declared type
int <- True
    invalid-literal: True is a bool, expected int
    -> give a value of the declared type
int <- 1.0
    invalid-literal: 1.0 is a float, expected int
    -> give a value of the declared type
int <- None
    invalid-literal: the value is None, expected int
    -> give a value of the declared type
int <- 2**63
    invalid-literal: 9223372036854775808 is an int, expected one of 64 bits
    -> give a value in range
float <- 3
    invalid-literal: 3 is an int, expected float
    -> give a value of the declared type
float <- np.float64(1.5)
    invalid-literal: the value is a float64, expected float
    -> give a value of the declared type
str <- 5
    invalid-literal: 5 is an int, expected str
    -> give a value of the declared type
str <- OfStr("a")
    invalid-literal: the value is an OfStr, expected str
    -> give a value of the declared type
str <- "\\ud800"
    invalid-literal: '\\ud800' is a str, expected one that has a UTF-8 form
    -> give a value in range
bool <- 1
    invalid-literal: 1 is an int, expected bool
    -> give a value of the declared type
datetime.date <- datetime.datetime(2024, 1, 1)
    invalid-literal: the value is a datetime, expected date
    -> give a value of the declared type
datetime.datetime <- datetime.date(2024, 1, 1)
    invalid-literal: the value is a date, expected datetime
    -> give a value of the declared type
datetime.timedelta <- 5
    invalid-literal: 5 is an int, expected timedelta
    -> give a value of the declared type
type(None) <- 1
    invalid-literal: 1 is an int, expected NoneType
    -> give a value of the declared type
bytes <- None
    invalid-literal: the value is None, expected bytes
    -> give a value of the declared type
Any <- None
    invalid-literal: the value is None, expected Any
    -> give a value of the declared type
Annotated[int, "x"] <- "a"
    invalid-literal: 'a' is a str, expected int
    -> give a value of the declared type
Annotated[int, HashMethod(explode)] <- 1
    invalid-literal: the hash function of int raised RuntimeError: no hash today
    -> mend the function
list[int] <- ["a"]
    invalid-literal: 'a' is a str, expected int
    -> give a value of the declared type
list[int] <- (1, 2)
    invalid-literal: the value is a tuple, expected one that Flyte has a type for
    -> use a list or a dataclass
list[int] <- 5
    invalid-literal: 5 is an int, expected list[int]
    -> give a value of the declared type
List[int] <- 5
    invalid-literal: 5 is an int, expected List[int]
    -> give a value of the declared type
list[int] <- OfList([1])
    invalid-literal: the value is an OfList, expected list[int]
    -> give a value of the declared type
list[list[int]] <- [[1], ["a"]]
    invalid-literal: 'a' is a str, expected int
    -> give a value of the declared type
dict[str, int] <- {"a": "b"}
    invalid-literal: 'b' is a str, expected int
    -> give a value of the declared type
dict[str, int] <- {1: 2}
    invalid-literal: the key 1 is no str, expected one
    -> make every key a str
dict[str, int] <- [1]
    invalid-literal: the value is a list, expected dict[str, int]
    -> give a value of the declared type
dict <- {"a": Plain()}
    invalid-literal: a value of dict cannot be packed: TypeError: can not serialize 'Plain' object
    -> give the fields values of their declared types
dict <- {"a": {1, 2}}
    invalid-literal: a value of dict cannot be packed: TypeError: can not serialize 'set' object
    -> give the fields values of their declared types
Movie <- {"title": "t"}
    invalid-literal: the value is a dict, expected Movie
    -> give a value of the declared type
Optional[int] <- "a"
    invalid-literal: 'a' is a str, expected Optional[int]
    -> give a value of the declared type
Union[int, str] <- 1.5
    invalid-literal: 1.5 is a float, expected Union[int, str]
    -> give a value of the declared type
Union[list[int], List[int]] <- [1]
    invalid-literal: the value is a list, which fits list[int] and List[int] alike, expected a value of one variant
    -> give a value of the declared type
Union[dict, Dict[int, int]] <- {1: 2}
    invalid-literal: the value is a dict, which fits dict and Dict[int, int] alike, expected a value of one variant
    -> give a value of the declared type
Literal["a", "b"] <- 1
    invalid-literal: 1 is an int, expected str
    -> give a value of the declared type
Color <- "purple"
    invalid-literal: 'purple' is a str, which is no value of Color, expected a member
    -> give a member of the enum
Color <- Named.X
    invalid-literal: Named.X, which is no value of Color, expected a member
    -> give a member of the enum
Color <- 5
    invalid-literal: 5 is an int, which is no value of Color, expected a member
    -> give a member of the enum
Optional[Color] <- "purple"
    invalid-literal: 'purple' is a str, expected Optional[case_refused_values.Color]
    -> give a value of the declared type
FlyteFile <- 5
    invalid-literal: 5 is an int, expected FlyteFile
    -> give a value of the declared type
FlyteFile <- "/nowhere/at-all.txt"
    invalid-literal: '/nowhere/at-all.txt' is no file, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteFile <- pathlib.Path("/nowhere/at-all.txt")
    invalid-literal: '/nowhere/at-all.txt' is no file, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteDirectory <- "/nowhere/at-all"
    invalid-literal: '/nowhere/at-all' is no folder, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteDirectory <- 5
    invalid-literal: 5 is an int, expected FlyteDirectory
    -> give a value of the declared type
os.PathLike <- 5
    invalid-literal: 5 is an int, expected PathLike
    -> give a value of the declared type
StructuredDataset <- "s3://bucket/key"
    invalid-literal: 's3://bucket/key' is a str, expected StructuredDataset
    -> give a value of the declared type
StructuredDataset <- StructuredDataset()
    invalid-literal: the StructuredDataset has neither a dataframe nor a URI, expected a URI
    -> give uri=...
FlyteSchema <- 5
    invalid-literal: 5 is an int, expected FlyteSchema
    -> give a value of the declared type
FlyteError <- "m"
    invalid-literal: 'm' is a str, expected FlyteError
    -> give a value of the declared type
TextIO <- "x"
    invalid-literal: 'x' is a str, expected TextIO
    -> give a value of the declared type
struct_pb2.Struct <- {"a": 1}
    invalid-literal: the value is a dict, expected Struct
    -> give a value of the declared type
timestamp_pb2.Timestamp <- timestamp_pb2.Timestamp()
    invalid-literal: the JSON form of the Timestamp is no object, expected one
    -> use another message
Point <- 5
    invalid-literal: 5 is an int, expected Point
    -> give a value of the declared type
Point <- {"y": 1}
    invalid-literal: the dict for Point lacks x and has y besides, expected its fields
    -> give a value of the declared type
Point <- {"x": "a"}
    invalid-literal: 'a' is a str, expected int
    -> give a value of the declared type
Point <- Other("a")
    invalid-literal: the value is an Other, expected Point
    -> give a value of the declared type
Point <- Twin("a")
    invalid-literal: the value is a Twin, expected Point
    -> give a value of the declared type
TwoFlyte <- TwoFlyte("s3://bucket/key")
    invalid-literal: a field's union has more than one of FlyteFile, FlyteDirectory and StructuredDataset, expected one
    -> split the field
OfObject <- OfObject(1)
    invalid-literal: a value of OfObject cannot be packed: UnserializableField: Field "o" of type object
    in OfObject is not serializable
    -> give the fields values of their declared types
FromRegular <- FromRegular(1)
    invalid-literal: a value of FromRegular lacks what its annotations name: 'FromRegular' object has no attribute 'a'
    -> give a value that has every annotated field
WithMarker <- WithMarker(1)
    invalid-literal: a value of WithMarker lacks what its annotations name: 'WithMarker' object has no attribute '_'
    -> give a value that has every annotated field
Plain <- None
    invalid-literal: the value is None, expected Plain
    -> give a value of the declared type
np.ndarray <- "a"
    invalid-literal: 'a' is a str, expected ndarray
    -> give a value of the declared type
"""

NOT_COVERED_VALUES_SETUP = (
    NOT_COVERED_SETUP
    + CLASSES_SETUP
    + """
HERE = "/proc/self/status"
@dataclass
class Holder:
    f: FlyteFile
@dataclass
class Bag:
    names: Set[str]
"""
)

NOT_COVERED_VALUES = """
Plain <- Plain()
    invalid-literal: the value is a Plain, which flytekit would upload as a pickle, expected one that needs no upload
    -> make the value in a task
Any <- 3
    invalid-literal: 3 is an int, which flytekit would upload as a pickle, expected one that needs no upload
    -> make the value in a task
object <- "a"
    invalid-literal: 'a' is a str, which flytekit would upload as a pickle, expected one that needs no upload
    -> make the value in a task
bytes <- b"ab"
    invalid-literal: b'ab' is a bytes, which flytekit would upload as a pickle, expected one that needs no upload
    -> make the value in a task
list[Any] <- [1]
    invalid-literal: 1 is an int, which flytekit would upload as a pickle, expected one that needs no upload
    -> make the value in a task
Optional[Any] <- 3
    invalid-literal: 3 is an int, which flytekit would upload as a pickle, expected one that needs no upload
    -> make the value in a task
dict[str, Any] <- {"a": 1}
    invalid-literal: 1 is an int, which flytekit would upload as a pickle, expected one that needs no upload
    -> make the value in a task
FlyteFile <- HERE
    invalid-literal: the file '/proc/self/status' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteFile <- pathlib.Path(HERE)
    invalid-literal: the file '/proc/self/status' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteFile <- FlyteFile(HERE)
    invalid-literal: the FlyteFile '/proc/self/status' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteFile <- FlyteFile(HERE, remote_path="/tmp/elsewhere")
    invalid-literal: the FlyteFile '/proc/self/status' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteFile <- "flyte://some/where"
    invalid-literal: 'flyte://some/where' is known to a running task only, expected a URI of the blob store
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteFile <- FlyteFile("flyte://some/where")
    invalid-literal: 'flyte://some/where' is known to a running task only, expected a URI of the blob store
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteDirectory <- "/proc/self/fd"
    invalid-literal: the folder '/proc/self/fd' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
FlyteDirectory <- "flyte://some/where"
    invalid-literal: 'flyte://some/where' is known to a running task only, expected a URI of the blob store
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
StructuredDataset <- StructuredDataset(uri=HERE)
    invalid-literal: the StructuredDataset '/proc/self/status' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
StructuredDataset <- StructuredDataset(uri="flyte://some/where")
    invalid-literal: 'flyte://some/where' is known to a running task only, expected a URI of the blob store
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
Holder <- Holder(FlyteFile(HERE))
    invalid-literal: the FlyteFile '/proc/self/status' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
Holder <- Holder(HERE)
    invalid-literal: the FlyteFile '/proc/self/status' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
dict[int, FlyteFile] <- {1: FlyteFile(HERE)}
    invalid-literal: the FlyteFile '/proc/self/status' is on this machine, expected a remote URI
    -> put the data where the cluster can read it, and give its URI, such as s3://bucket/key
Bag <- Bag({"a", "b"})
    invalid-literal: the value holds a set, whose order changes from run to run, expected a list
    -> use a list
np.ndarray <- np.zeros(3)
    invalid-literal: the value is a ndarray, which flytekit would upload as an array, expected one that needs no upload
    -> make the value in a task
Iterator[JSON] <- [1, 2]
    invalid-literal: the value is a list, which flytekit would upload as a file of JSON lines,
    expected one that needs no upload
    -> make the value in a task
Iterator[int] <- iter([1, 2])
    invalid-literal: the value is a list_iterator, which can be read only once, expected a list
    -> give a list
Annotated[dict, kwtypes(allow_pickle=True)] <- {"a": Plain()}
    invalid-literal: the dict cannot be packed and would become a pickle on this machine, expected plain values
    -> give strings, numbers, booleans, lists and dicts
"""
