"""Types and values that flytec refuses, each with its full message.

`REFUSED` are refused by flytekit too; `NOT_COVERED` are not, and say why we differ on purpose. Both are groups of a
setup and of rows `expression => message`, or `type <- value => message`.
"""

from differential.type_cases import CLASSES_SETUP, DATACLASSES_SETUP, ENUMS_SETUP

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
Tuple
tuple[int, str]
Tuple[int, ...]
Pair
NamedTuple
list[tuple]
dict[str, Tuple[int]]
Optional[Tuple[int]]
list
List
Optional[list]
list[None]
Annotated[list, "x"]
OfList
Iterator
Iterator[tuple]
OrderedDict[str, int]
collections.defaultdict[str, int]
Literal["a", 1]
Literal[b"x"]
Literal[None]
Annotated[Literal["a", "b"], "x"]
Number
Weekday
Nothing
Ragged
Annotated[Color, "x"]
Optional[Annotated[Color, "x"]]
os.PathLike[str]
Annotated[os.PathLike, "x"]
Path
Annotated[dict, FlyteAnnotation({"a": 1})]
Annotated[Point, FlyteAnnotation({"a": 1})]
Annotated[int, FlyteAnnotation({"a": 1}), FlyteAnnotation({"b": 1})]
Annotated[int, FlyteAnnotation({"cache-key-metadata": 1})]
Annotated[int, FlyteAnnotation({"a": {1, 2}})]
Annotated[StructuredDataset, kwtypes(day=datetime.date)]
Annotated[StructuredDataset, kwtypes(x=tuple)]
Annotated[StructuredDataset, "csv", "parquet"]
Annotated[StructuredDataset, pyarrow.lib.Schema(), pyarrow.lib.Schema()]
FlyteSchema[kwtypes(day=datetime.date)]
Unresolved
{"a": int}
pydantic.BaseModel
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
Parent
WithLocalDefault
WithArray
ModelOfDataset
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
def explode(value): raise RuntimeError("no hash today")
"""
)

REFUSED_VALUES = """
int <- "a"
int <- True
int <- 1.0
int <- None
int <- 2**63
float <- 3
float <- np.float64(1.5)
str <- 5
str <- OfStr("a")
str <- "x" * 100 + "y" if False else b"abc"
str <- "\\ud800"
bool <- 1
datetime.date <- datetime.datetime(2024, 1, 1)
datetime.datetime <- datetime.date(2024, 1, 1)
datetime.timedelta <- 5
datetime.timedelta <- timedelta.max
type(None) <- 1
bytes <- None
Any <- None
Annotated[int, "x"] <- "a"
Annotated[int, HashMethod(explode)] <- 1
list[int] <- ["a"]
list[int] <- (1, 2)
list[int] <- 5
List[int] <- 5
list[int] <- OfList([1])
list[list[int]] <- [[1], ["a"]]
dict[str, int] <- {"a": "b"}
dict[str, int] <- {1: 2}
dict[str, int] <- [1]
dict <- {"a": Plain()}
dict <- {"a": {1, 2}}
Movie <- {"title": "t"}
Optional[int] <- "a"
Union[int, str] <- 1.5
Union[Color, Named] <- "x" if False else 5
Union[list[int], List[int]] <- [1]
Union[dict, Dict[int, int]] <- {1: 2}
Optional[Any] <- Plain() if False else (1,)
Literal["a", "b"] <- 1
Color <- "purple"
Color <- Named.X
Color <- 5
Number <- Number.ONE if False else 1
Optional[Color] <- "purple"
FlyteFile <- 5
FlyteFile <- "/nowhere/at-all.txt"
FlyteFile <- pathlib.Path("/nowhere/at-all.txt")
FlyteDirectory <- "/nowhere/at-all"
FlyteDirectory <- 5
os.PathLike <- 5
StructuredDataset <- "s3://bucket/key"
StructuredDataset <- StructuredDataset()
FlyteSchema <- 5
FlyteError <- "m"
TextIO <- "x"
struct_pb2.Struct <- {"a": 1}
timestamp_pb2.Timestamp <- timestamp_pb2.Timestamp()
Point <- 5
Point <- {"y": 1}
Point <- {"x": "a"}
Point <- Other("a")
Point <- Twin("a")
Point <- Point("a") if False else [1]
TwoFlyte <- TwoFlyte("s3://bucket/key")
Plain <- None
np.ndarray <- "a"
"""

NOT_COVERED_VALUES_SETUP = (
    NOT_COVERED_SETUP
    + CLASSES_SETUP
    + """
HERE = type(os)("here").__name__ and "/proc/self/status"
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
Any <- 3
object <- "a"
bytes <- b"ab"
list[Any] <- [1]
Optional[Any] <- 3
dict[str, Any] <- {"a": 1}
FlyteFile <- HERE
FlyteFile <- pathlib.Path(HERE)
FlyteFile <- FlyteFile(HERE)
FlyteFile <- FlyteFile(HERE, remote_path="/tmp/elsewhere")
FlyteFile <- "flyte://some/where"
FlyteFile <- FlyteFile("flyte://some/where")
FlyteDirectory <- "/proc/self/fd"
FlyteDirectory <- "flyte://some/where"
StructuredDataset <- StructuredDataset(uri=HERE)
StructuredDataset <- StructuredDataset(uri="flyte://some/where")
Holder <- Holder(FlyteFile(HERE))
Holder <- Holder(HERE)
dict[int, FlyteFile] <- {1: FlyteFile(HERE)}
Bag <- Bag({"a", "b"})
np.ndarray <- np.zeros(3)
Iterator[JSON] <- [1, 2]
Iterator[int] <- iter([1, 2])
Annotated[dict, kwtypes(allow_pickle=True)] <- {"a": Plain()}
"""
