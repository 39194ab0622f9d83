"""Python types whose literal types have to be flytekit's, grouped by the setup that they need."""

PRIMITIVES = """
int
float
str
bool
bytes
bytearray
complex
object
type
datetime.datetime
datetime.date
datetime.timedelta
datetime.time
None
type(None)
Any
decimal_type
range
Callable
Callable[[int], str]
type[int]
Annotated[int, "seconds"]
Annotated[str, 1, 2, 3]
Annotated[Any, "anything"]
Annotated[None, "nothing"]
"""

CONTAINERS = """
list[int]
List[int]
list[list[str]]
List[List[Dict[str, int]]]
list[Any]
list[bytes]
List[None]
list[dict]
dict
Dict
dict[str, int]
Dict[str, float]
dict[str, list[int]]
Dict[str, Dict[str, bool]]
dict[int, str]
Dict[int, List[str]]
dict[bool, int]
dict[Any, Any]
dict[str, Any]
Dict[Optional[str], int]
OrderedDict
collections.defaultdict
collections.Counter
set
set[int]
Set[str]
frozenset[int]
Mapping[str, int]
collections.abc.Mapping[str, int]
Sequence[int]
collections.abc.Sequence[int]
collections.deque
Iterator[int]
Iterator[list[str]]
collections.abc.Iterator[float]
collections.abc.Generator[int, None, None]
typing.Generator[int, None, None]
typing.Iterable[int]
Iterator[JSON]
Iterator[Union[int, str, bool, float, List[Any], Dict[str, Any]]]
collections.abc.Iterator[JSON]
list[Iterator[int]]
JSON
JSONIterator
Annotated[list[int], "sorted"]
Annotated[dict[str, int], "counts"]
Annotated[dict, kwtypes(allow_pickle=True)]
list[Annotated[int, "seconds"]]
dict[str, Annotated[float, "metres"]]
"""

UNIONS = """
Optional[int]
Optional[str]
Union[int, str]
Union[str, int]
int | None
None | int
list[int] | None
Optional[list[Optional[int]]]
Union[int, float, str, bool, None]
Union[datetime.datetime, datetime.date, datetime.timedelta]
Union[list[int], dict[str, int], dict]
Union[int, Annotated[Union[str, float], "either"]]
Annotated[Optional[int], "maybe"]
Annotated[int | str, "either"]
Optional[Annotated[int, "seconds"]]
Optional[Any]
Optional[dict]
Optional[FlyteFile]
Union[FlyteFile, FlyteDirectory, str]
Optional[StructuredDataset]
Optional[pd.DataFrame]
Optional[np.ndarray]
Optional[FlyteSchema]
Optional[FlyteError]
Optional[Iterator[int]]
Optional[object]
Optional[Literal["a", "b"]]
Optional[bytes]
Optional[struct_pb2.Struct]
dict[str, int | None]
list[int | str]
Optional[FlyteFile["csv"]]
Union[TextIO, BinaryIO]
Optional[torch.Tensor]
Optional[Iterator[JSON]]
"""

LITERALS = """
Literal["a"]
Literal["a", "b"]
Literal[1, 2, 3]
Literal[1.5, 2.5]
Literal[True, False]
list[Literal["a", "b"]]
dict[str, Literal[1]]
Literal["a", Literal["b"]]
"""

FILES = """
FlyteFile
FlyteFile["csv"]
FlyteFile[".csv"]
FlyteFile["tar.gz"]
FlyteFile[""]
FlyteFile[None]
FlyteFile[TypeVar("csv")]
FlyteFile[Annotated[str, FileExt("tar.gz")]]
FlyteFile[int]
Annotated[FlyteFile, FileExt("csv")]
Annotated[FlyteFile["csv"], "a table"]
Annotated[FlyteFile, HashMethod(str)]
flytekit.FlyteFile["jpeg"]
file.FlyteFile
file.HDF5EncodedFile
file.HTMLPage
file.JoblibSerializedFile
file.JPEGImageFile
file.PDFFile
file.PNGImageFile
file.PythonPickledFile
file.PythonNotebook
file.SVGImageFile
file.CSVFile
file.ONNXFile
file.TFRecordFile
file.JSONLFile
FlyteFile[file.csv]
list[FlyteFile]
dict[str, FlyteFile["csv"]]
set[FlyteFile]
set[FlyteFile["csv"]]
FlyteDirectory
FlyteDirectory["csv"]
FlyteDirectory[".png"]
FlyteDirectory[""]
FlyteDirectory[TypeVar("svg")]
FlyteDirectory[Annotated[str, FileExt("tar.gz")]]
Annotated[FlyteDirectory, BatchSize(10)]
Annotated[FlyteDirectory["csv"], BatchSize(10)]
directory.FlyteDirectory
TensorboardLogs
TFRecordsDirectory
list[FlyteDirectory]
os.PathLike
pathlib.Path
pathlib.PurePosixPath
TextIO
BinaryIO
typing.IO
"""

DATASETS = """
StructuredDataset
Annotated[StructuredDataset, kwtypes(x=int)]
Annotated[StructuredDataset, kwtypes(x=int), "csv"]
Annotated[StructuredDataset, "csv"]
Annotated[StructuredDataset, {}, "csv"]
Annotated[StructuredDataset, PARQUET]
Annotated[StructuredDataset, CSV, kwtypes(a=str, b=float, c=bool)]
Annotated[StructuredDataset, OrderedDict(t=datetime.datetime, d=datetime.timedelta)]
Annotated[StructuredDataset, kwtypes(a=list[int], b=Dict[str, List[str]])]
Annotated[StructuredDataset, {"a": {"b": int, "c": {"d": str}}}]
Annotated[StructuredDataset, kwtypes(a=int), kwtypes(b=str)]
Annotated[StructuredDataset, HashMethod(str)]
Annotated[StructuredDataset, kwtypes(a=np.int64, b=np.float32, c=np.bool_, d=np.str_, e=np.datetime64)]
Annotated[StructuredDataset, kwtypes(a=np.int32, b=np.uint32, c=np.uint64, d=np.float64)]
Annotated[StructuredDataset, kwtypes(a=np.timedelta64, b=np.bytes_, c=np.object_)]
Annotated[StructuredDataset, pyarrow.lib.Schema()]
Annotated[StructuredDataset, kwtypes(x=int), pyarrow.lib.Schema(), "parquet"]
pd.DataFrame
Annotated[pd.DataFrame, kwtypes(x=int)]
Annotated[pd.DataFrame, kwtypes(x=int), PARQUET]
Annotated[pd.DataFrame, HashMethod(str)]
Annotated[pd.DataFrame, "csv"]
list[pd.DataFrame]
pd.Series
pyarrow.Table
Annotated[pyarrow.Table, kwtypes(x=int)]
FlyteSchema
FlyteSchema[kwtypes(x=int, y=str, z=float)]
FlyteSchema[kwtypes(a=bool, b=datetime.datetime, c=datetime.timedelta)]
FlyteSchema[kwtypes(a=np.int64, b=np.float64, c=np.str_)]
FlyteSchema[None]
FlyteSchema[{}]
Annotated[FlyteSchema[kwtypes(x=int)], "rows"]
list[FlyteSchema]
"""

LIBRARIES = """
np.ndarray
Annotated[np.ndarray, kwtypes(allow_pickle=True)]
Annotated[np.ndarray, "free text"]
list[np.ndarray]
np.int64
np.float64
np.str_
np.bool_
PIL.Image.Image
torch.Tensor
torch.nn.Module
sklearn.base.BaseEstimator
struct_pb2.Struct
struct_pb2.ListValue
timestamp_pb2.Timestamp
Annotated[struct_pb2.Struct, "free form"]
FlyteError
FlytePickle
FlytePickle[int]
FlytePickle[None]
list[FlytePickle]
"""

ANNOTATIONS = """
Annotated[int, FlyteAnnotation({"unit": "s"})]
Annotated[int, "x", FlyteAnnotation({"a": [1, 2.5, None, True], "b": {"c": "d"}})]
Annotated[int, FlyteAnnotation({})]
Annotated[str, FlyteAnnotation({1: (1, 2)})]
list[Annotated[int, FlyteAnnotation({"unit": "s"})]]
Optional[Annotated[int, FlyteAnnotation({"unit": "s"})]]
Annotated[Optional[int], FlyteAnnotation({"unit": "s"})]
Annotated[FlyteFile, FlyteAnnotation({"unit": "s"})]
Annotated[StructuredDataset, FlyteAnnotation({"unit": "s"})]
Annotated[list[int], FlyteAnnotation({"unit": "s"})]
Annotated[int, HashMethod(str)]
"""

CLASSES_SETUP = """
class Plain: pass
class Outer:
    class Inner: pass
def local():
    class Hidden: pass
    return Hidden
Hidden = local()
class OfInt(int): pass
class OfStr(str): pass
class OfList(list): pass
class OfDict(dict): pass
class Frame(pd.DataFrame): pass
class Model(torch.nn.Module): pass
class Estimator(sklearn.base.BaseEstimator): pass
class MyFile(FlyteFile): pass
class MyCsv(FlyteFile["csv"]): pass
class MyDirectory(FlyteDirectory): pass
class MyDataset(StructuredDataset): pass
class Movie(TypedDict):
    title: str
    year: int
T = TypeVar("T")
class Box(Generic[T]): pass
UserId = NewType("UserId", int)
class Base: pass
class Derived(Base, int): pass
class Stamp(datetime.datetime): pass
class Proto(typing.Protocol): pass
class Iter(Iterator[int]):
    def __next__(self): raise StopIteration
"""

CLASSES = """
Plain
Outer.Inner
Hidden
OfInt
OfStr
OfDict
Frame
Model
Estimator
MyFile
MyCsv
MyDirectory
MyDataset
Movie
T
Box
Box[int]
UserId
Derived
Stamp
Proto
list[Plain]
Optional[Plain]
Union[Plain, Base]
dict[str, Outer.Inner]
Annotated[Plain, "kept in the name"]
list[Movie]
Optional[MyFile]
set[Plain]
Callable[[Plain], Base]
"""

ENUMS_SETUP = """
class Color(Enum):
    RED = "red"
    GREEN = "green"
class Alias(Enum):
    A = "a"
    B = "a"
class Named(str, Enum):
    X = "x"
    Y = "y"
class Fancy(Enum):
    ONE = "one"
    def shout(self): return self.value.upper()
Dynamic = Enum("Dynamic", {"a": "1", "b": "2"})
"""

ENUMS = """
Color
Alias
Named
Fancy
Dynamic
list[Color]
dict[str, Color]
Optional[Color]
Union[Color, str]
"""

DATACLASSES_SETUP = '''
@dataclass
class Point:
    x: int
    y: float = 0.5
    """documented"""
@dataclass
class Line:
    start: Point
    end: Optional[Point] = None
    tags: List[str] = field(default_factory=list)
    names: Dict[str, Point] = field(default_factory=dict)
@dataclass
class Point3(Point):
    z: int = 1
@dataclass
class Empty: pass
@dataclass(frozen=True)
class Frozen:
    when: datetime.datetime
    day: datetime.date
    span: datetime.timedelta
    raw: bytes = b"ab"
@dataclass(slots=True)
class Slotted:
    a: int | None = None
    b: list[int] | str = "x"
@dataclass
class Defaults:
    a: int = 1
    b: str = "two"
    c: bool = True
    d: Optional[float] = None
    e: datetime.timedelta = datetime.timedelta(minutes=1)
    f: datetime.datetime = datetime.datetime(2024, 1, 2, 3, 4, 5)
    g: Tuple[int, str] = (1, "a")
    h: Point = field(default_factory=lambda: Point(1))
class Color(Enum):
    RED = "red"
    GREEN = "green"
@dataclass
class WithEnum:
    color: Color = Color.RED
    colors: List[Color] = field(default_factory=list)
    pick: Literal["a", "b"] = "a"
@dataclass
class WithFlyte:
    f: FlyteFile
    g: FlyteFile["csv"]
    d: FlyteDirectory
    e: FlyteDirectory["png"]
    s: StructuredDataset
    t: FlyteSchema
@dataclass
class WithOptionalFlyte:
    f: Optional[FlyteFile] = None
    fs: List[FlyteFile] = field(default_factory=list)
    ds: Dict[str, FlyteDirectory] = field(default_factory=dict)
    either: Union[FlyteFile, int, None] = None
@dataclass
class WithFlyteDefault:
    f: FlyteFile = FlyteFile("s3://bucket/key")
    s: Optional[StructuredDataset] = None
@dataclass
class WithAnnotated:
    a: Annotated[int, "seconds"]
    b: Annotated[StructuredDataset, kwtypes(x=int)]
    c: Annotated[FlyteFile, HashMethod(str)]
    d: List[Annotated[int, FlyteAnnotation({"k": 1})]]
@dataclass
class WithUnsupported:
    a: int
    b: np.ndarray
    c: Any
@dataclass
class WithTuple:
    a: Tuple[int, int]
    b: tuple
    c: int
@dataclass
class WithFrame:
    df: pd.DataFrame
@dataclass
class WithBare:
    a: List
    b: int
@dataclass
class WithBareDict:
    a: Dict
@dataclass
class WithUntyped:
    a: dict
    b: list
    c: object
@dataclass
class WithMaps:
    a: Dict[int, str]
    b: Dict[str, Dict[str, List[Optional[int]]]]
    c: Set[int]
    d: Mapping[str, int]
@dataclass
class WithClassVar:
    kind: ClassVar[str] = "k"
    n: int = 1
@dataclass
class WithInitVar:
    seed: InitVar[int]
    n: int = 1
@dataclass
class WithMarker:
    a: int
    _: KW_ONLY
    b: int = 2
@dataclass
class Mixed(DataClassJSONMixin):
    a: int
    f: FlyteFile
    nested: Optional[Point] = None
@dataclass
class Json(DataClassJsonMixin):
    a: int
    b: Optional[str] = None
@dataclass_json
@dataclass
class Decorated:
    a: int
    b: List[int] = field(default_factory=list)
T = TypeVar("T")
@dataclass
class Box(Generic[T]):
    item: T
@dataclass
class IntBox(Box[int]):
    size: int = 0
@dataclass
class Forward:
    point: "Point"
    points: "List[Point]"
class Regular:
    a: int
@dataclass
class FromRegular(Regular):
    b: int
@dataclass
class WithError:
    e: FlyteError
    when: Optional[datetime.date] = None
class Movie(TypedDict):
    title: str
    year: int
class Pair(NamedTuple):
    a: int
    b: str
@dataclass
class WithStructures:
    m: Movie
    p: Pair
    n: NewType("Id", int)
@dataclass
class WithStruct:
    s: struct_pb2.Struct
@dataclass
class WithPath:
    p: pathlib.Path
    q: os.PathLike
    r: Union[str, os.PathLike] = "x"
Made = dataclasses.make_dataclass("Made", [("a", int), ("b", str, field(default="x"))])
@dataclass
class DerivedFile(FlyteFile):
    extra: int = 0
@dataclass
class WithPydantic:
    a: int
@dataclass
class WithMetadata:
    a: int = field(default=1, metadata={"alias": "A", "description": "an a"})
@dataclass
class Node:
    value: int
    next: Optional["Node"] = None
@dataclass
class Tail:
    items: List[int]
    rest: "Tail | int | None" = None
@dataclass
class Nested3:
    a: Dict[str, List[Line]]
    b: Optional[List[Line]] = None
'''

DATACLASSES = """
Point
Line
Point3
Empty
Frozen
Slotted
Defaults
WithEnum
WithFlyte
WithOptionalFlyte
WithFlyteDefault
WithAnnotated
WithUnsupported
WithTuple
WithFrame
WithBare
WithBareDict
WithUntyped
WithMaps
WithClassVar
WithInitVar
WithMarker
Mixed
Json
Decorated
Box
Box[int]
IntBox
Forward
FromRegular
WithError
WithStructures
WithStruct
WithPath
Made
DerivedFile
WithMetadata
Nested3
Node
Tail
list[Tail]
Optional[Tail]
list[Point]
dict[str, Line]
Optional[Point]
Union[Point, Line, None]
Annotated[Point, "a point"]
Optional[Annotated[Point, "a point"]]
list[Optional[Line]]
"""

POSTPONED_SETUP = """
from __future__ import annotations
@dataclass
class Inner:
    a: int
    b: Optional[str] = None
@dataclass
class Outer:
    inner: Inner
    many: list[Inner]
    maybe: Inner | None = None
    f: FlyteFile | None = None
    bare: List = None
"""

POSTPONED = """
Inner
Outer
Optional[Outer]
"""

MODELS_SETUP = '''
@dataclass
class Point:
    x: int
    f: Optional[FlyteFile] = None
class Inner(pydantic.BaseModel):
    a: int = 1
class Model(pydantic.BaseModel):
    """A model with a description."""
    inner: Inner
    many: List[Inner] = []
    name: Optional[str] = None
    when: Optional[datetime.datetime] = None
    limit: int = pydantic.Field(default=3, gt=0, description="how many")
class WithFlyte(pydantic.BaseModel):
    f: FlyteFile
    d: FlyteDirectory
    t: FlyteSchema
    maybe: Optional[FlyteFile] = None
    files: List[FlyteFile] = []
    typed: Optional[FlyteFile["csv"]] = None
class WithFlyteDefault(pydantic.BaseModel):
    f: FlyteFile = FlyteFile("s3://bucket/key")
class WithDataclass(pydantic.BaseModel):
    p: Point
class Tree(pydantic.BaseModel):
    left: "Optional[Tree]" = None
class WithTuple(pydantic.BaseModel):
    t: Tuple[int, str]
    n: int
'''

MODELS = """
Inner
Model
WithFlyte
WithFlyteDefault
WithDataclass
Tree
WithTuple
list[Inner]
Optional[Model]
"""

GROUPS = {
    "primitives": ("import decimal\ndecimal_type = decimal.Decimal", PRIMITIVES),
    "containers": ("", CONTAINERS),
    "unions": ("", UNIONS),
    "literals": ("", LITERALS),
    "files": ("", FILES),
    "datasets": ("", DATASETS),
    "libraries": ("", LIBRARIES),
    "annotations": ("", ANNOTATIONS),
    "classes": (CLASSES_SETUP, CLASSES),
    "enums": (ENUMS_SETUP, ENUMS),
    "dataclasses": (DATACLASSES_SETUP, DATACLASSES),
    "postponed": (POSTPONED_SETUP, POSTPONED),
    "models": (MODELS_SETUP, MODELS),
}
