"""Values of declared types whose literals have to be flytekit's: `type <- value`, grouped by the setup they need."""

from differential.type_cases import DATACLASSES_SETUP, ENUMS_SETUP, MODELS_SETUP

PRIMITIVES = """
int <- 0
int <- 3
int <- -(2**63)
int <- 2**63 - 1
float <- 1.5
float <- 0.0
float <- -0.0
float <- float("inf")
float <- float("nan")
str <- ""
str <- "hello"
str <- "h\\u00e9llo \\U0001f600"
bool <- True
bool <- False
type(None) <- None
datetime.datetime <- datetime.datetime(2024, 1, 2, 3, 4, 5)
datetime.datetime <- datetime.datetime(2024, 1, 2, 3, 4, 5, 678901)
datetime.datetime <- datetime.datetime(2024, 1, 2, tzinfo=timezone.utc)
datetime.datetime <- datetime.datetime(2024, 7, 2, 3, tzinfo=timezone(timedelta(hours=-7)))
datetime.datetime <- datetime.datetime(1, 1, 1)
datetime.date <- datetime.date(2024, 2, 29)
datetime.date <- datetime.date(1969, 12, 31)
datetime.timedelta <- timedelta(0)
datetime.timedelta <- timedelta(days=3, microseconds=5)
datetime.timedelta <- timedelta(seconds=-1.5)
datetime.timedelta <- timedelta.max
Annotated[int, "seconds"] <- 5
Annotated[str, HashMethod(lambda s: s.upper())] <- "abc"
Annotated[int, "x", HashMethod(lambda n: "first"), HashMethod(lambda n: "second")] <- 5
Annotated[int, HashMethod(lambda n: "")] <- 5
Annotated[int, FlyteAnnotation({"unit": "s"})] <- 5
Literal["a", "b"] <- "a"
Literal["a", "b"] <- "z"
Literal[1, 2] <- 2
Literal[True] <- True
Literal[1.5] <- 1.5
"""

CONTAINERS = """
list[int] <- []
list[int] <- [1, 2, 3]
List[str] <- ["a", "b"]
list[list[float]] <- [[1.0], [], [2.5, 3.5]]
list[dict[str, int]] <- [{"a": 1}, {}]
list[Optional[int]] <- [1, None]
list[Annotated[int, HashMethod(str)]] <- [1, 2]
Annotated[list[int], HashMethod(str)] <- [1, 2]
dict[str, int] <- {}
dict[str, int] <- {"a": 1, "b": 2}
Dict[str, List[str]] <- {"b": ["x"], "a": []}
dict[str, dict[str, bool]] <- {"a": {"b": True}}
dict[str, Annotated[int, HashMethod(str)]] <- {"a": 1}
dict <- {}
dict <- {"a": 1, "b": [1, 2.5, None, True], "c": {"d": "e"}}
dict <- {"z": 1, "a": 2}
dict <- {1: "a", "b": 2}
Dict <- {"a": b"bytes"}
dict[int, str] <- {1: "a", 2: "b"}
dict[int, list[float]] <- {3: [1.0]}
dict[int, FlyteFile] <- {1: FlyteFile("s3://bucket/key")}
Dict[bool, int] <- {True: 1}
dict[datetime.date, int] <- {datetime.date(2024, 1, 1): 1}
Annotated[dict, kwtypes(allow_pickle=True)] <- {"a": 1}
Annotated[dict[int, int], "counts"] <- {1: 2}
Iterator[int] <- [1, 2]
Iterator[list[str]] <- [["a"], []]
list[dict] <- [{"a": 1}]
list[dict[int, str]] <- [{1: "a"}]
"""

UNIONS = """
Optional[int] <- 3
Optional[int] <- None
Optional[str] <- "a"
int | None <- 3
int | None <- None
Union[int, str] <- 1
Union[int, str] <- "a"
Union[str, int] <- 1
Union[int, float] <- 1.0
Union[int, bool] <- True
Optional[list[int]] <- [1]
Optional[dict[str, int]] <- {"a": 1}
Optional[dict] <- {"a": 1}
Union[list[int], list[str]] <- ["a"]
Union[list[int], dict[str, int]] <- {"a": 1}
Optional[list[Optional[int]]] <- [None, 1]
Union[int, Annotated[Union[str, float], "either"]] <- "a"
Annotated[Optional[int], "maybe"] <- 4
Annotated[Optional[int], HashMethod(str)] <- 4
Optional[Annotated[int, HashMethod(str)]] <- 4
Optional[Annotated[int, FlyteAnnotation({"unit": "s"})]] <- 4
Optional[Literal["a", "b"]] <- "a"
Optional[datetime.date] <- datetime.date(2024, 1, 1)
Union[datetime.datetime, datetime.date] <- datetime.datetime(2024, 1, 1)
Optional[FlyteFile] <- FlyteFile("s3://bucket/key")
Optional[FlyteFile] <- "s3://bucket/key"
Optional[FlyteFile] <- None
Union[FlyteFile, str] <- "no such file"
Optional[FlyteDirectory] <- FlyteDirectory("s3://bucket/folder")
Optional[StructuredDataset] <- StructuredDataset(uri="s3://bucket/key")
Optional[FlyteFile["csv"]] <- FlyteFile["csv"]("s3://bucket/key")
dict[str, int | str] <- {"a": 1, "b": "c"}
list[int | str | None] <- [1, "a", None]
Optional[Any] <- None
Any | None <- None
Optional[bytes] <- None
Optional[np.ndarray] <- None
Union[int, struct_pb2.Struct] <- 1
Optional[FlyteError] <- FlyteError(message="m", failed_node_id="n0")
"""

FILES = """
FlyteFile <- FlyteFile("s3://bucket/key")
FlyteFile <- FlyteFile(path="https://example.com/a.csv")
FlyteFile <- FlyteFile("gs://bucket/key", metadata={"a": "b"})
FlyteFile <- FlyteFile["csv"]("s3://bucket/key.csv")
FlyteFile <- "s3://bucket/key"
FlyteFile <- "memory://x"
FlyteFile <- "simplecache::s3://bucket/key"
FlyteFile <- FlyteFile("/data/in-the-image.txt", remote_path=False)
FlyteFile <- FlyteFile.from_source("s3://bucket/key")
FlyteFile["csv"] <- "s3://bucket/key.csv"
FlyteFile["csv"] <- FlyteFile("s3://bucket/key.csv")
file.CSVFile <- file.CSVFile("s3://bucket/key.csv")
Annotated[FlyteFile, FileExt("csv")] <- "s3://bucket/key.csv"
Annotated[FlyteFile, HashMethod(lambda f: "h")] <- FlyteFile("s3://bucket/key")
os.PathLike <- "/data/in-the-image.txt"
os.PathLike <- "s3://bucket/key"
os.PathLike <- pathlib.Path("/data/in-the-image.txt")
os.PathLike <- FlyteFile("/data/in-the-image.txt")
list[FlyteFile] <- ["s3://bucket/a", FlyteFile("s3://bucket/b")]
dict[str, FlyteFile] <- {"a": "s3://bucket/a"}
FlyteDirectory <- FlyteDirectory("s3://bucket/folder")
FlyteDirectory <- FlyteDirectory(path="gs://bucket/folder/")
FlyteDirectory <- "s3://bucket/folder"
FlyteDirectory <- FlyteDirectory("/data/folder", remote_directory=False)
FlyteDirectory <- FlyteDirectory.from_source("s3://bucket/folder")
FlyteDirectory["png"] <- FlyteDirectory["png"]("s3://bucket/folder")
Annotated[FlyteDirectory, BatchSize(10)] <- FlyteDirectory("s3://bucket/folder")
TensorboardLogs <- "s3://bucket/logs"
list[FlyteDirectory] <- ["s3://bucket/a"]
FlyteError <- FlyteError(message="m", failed_node_id="n0")
"""

DATASETS = """
StructuredDataset <- StructuredDataset(uri="s3://bucket/key")
StructuredDataset <- StructuredDataset(uri="s3://bucket/key", file_format="parquet")
StructuredDataset <- StructuredDataset(uri="bq://project:set.table")
Annotated[StructuredDataset, kwtypes(x=int)] <- StructuredDataset(uri="s3://bucket/key")
Annotated[StructuredDataset, kwtypes(x=int), "csv"] <- StructuredDataset(uri="s3://bucket/key")
Annotated[StructuredDataset, "csv"] <- StructuredDataset(uri="s3://bucket/key", file_format="parquet")
Annotated[StructuredDataset, HashMethod(lambda d: "h")] <- StructuredDataset(uri="s3://bucket/key")
Annotated[StructuredDataset, pyarrow.lib.Schema()] <- StructuredDataset(uri="s3://bucket/key")
pd.DataFrame <- StructuredDataset(uri="s3://bucket/key", file_format="csv")
list[StructuredDataset] <- [StructuredDataset(uri="s3://bucket/key")]
FlyteSchema <- FlyteSchema(remote_path="s3://bucket/key", supported_mode=SchemaOpenMode.READ)
FlyteSchema[kwtypes(x=int)] <- FlyteSchema(remote_path="s3://bucket/key", supported_mode=SchemaOpenMode.READ)
"""

MESSAGES_SETUP = """
def struct(**values):
    message = struct_pb2.Struct()
    message.update(values)
    return message
def values(*each):
    message = struct_pb2.ListValue()
    message.extend(each)
    return message
"""

MESSAGES = """
struct_pb2.Struct <- struct()
struct_pb2.Struct <- struct(a=1, b=[True, None, "x"], c={"d": 2.5})
Optional[struct_pb2.Struct] <- struct(a=1)
struct_pb2.ListValue <- values()
struct_pb2.ListValue <- values(1, "a", True)
"""

ENUMS = """
Color <- Color.RED
Color <- "green"
Named <- Named.X
Named <- "y"
Alias <- Alias.B
Fancy <- Fancy.ONE
list[Color] <- [Color.RED, "green"]
dict[str, Color] <- {"a": Color.GREEN}
Optional[Color] <- Color.RED
Optional[Color] <- "red"
Union[Color, str] <- "other"
Union[Color, str] <- "red"
Union[str, Color] <- Color.RED
"""

DATACLASSES = """
Point <- Point(1)
Point <- Point(x=1, y=2.5)
Point <- {"x": 1, "y": 2.0}
Point <- Point3(1, 2.0, 3)
Line <- Line(Point(1))
Line <- Line(Point(1), Point(2), ["a"], {"p": Point(3)})
Point3 <- Point3(1)
Empty <- Empty()
Frozen <- Frozen(datetime.datetime(2024, 1, 2, 3, 4), datetime.date(2024, 1, 2), timedelta(seconds=1.5))
Slotted <- Slotted(1, [1, 2])
Slotted <- Slotted()
Defaults <- Defaults()
WithEnum <- WithEnum(colors=[Color.GREEN])
WithFlyteDefault <- WithFlyteDefault()
WithOptionalFlyte <- WithOptionalFlyte()
WithOptionalFlyte <- WithOptionalFlyte(f=FlyteFile("s3://bucket/key", metadata={"a": "b"}))
WithOptionalFlyte <- WithOptionalFlyte(f="s3://bucket/key", fs=["s3://bucket/a"], ds={"d": "s3://bucket/d"})
WithOptionalFlyte <- WithOptionalFlyte(either=3)
WithOptionalFlyte <- WithOptionalFlyte(fs=[FlyteFile("/data/in-the-image", remote_path=False)])
WithAnnotated <- WithAnnotated(1, StructuredDataset(uri="s3://b/k", file_format="csv"), FlyteFile("s3://b/k"), [1])
WithMaps <- WithMaps({1: "a"}, {"a": {"b": [None, 1]}}, {5}, {"m": 1})
WithClassVar <- WithClassVar(2)
WithStructures <- WithStructures({"title": "t", "year": 1}, Pair(1, "b"), 3)
WithPath <- WithPath(pathlib.Path("/a/b"), pathlib.Path("c"))
Mixed <- Mixed(1, FlyteFile("s3://bucket/key"))
Mixed <- Mixed(1, "s3://bucket/key", Point(1))
Json <- Json(1)
Decorated <- Decorated(1, [2])
Box <- Box(1)
IntBox <- IntBox(1, 2)
Forward <- Forward(Point(1), [Point(2)])
WithError <- WithError(FlyteError("m", "n0"), datetime.date(2024, 1, 1))
Made <- Made(1)
WithMetadata <- WithMetadata(2)
Nested3 <- Nested3({"a": [Line(Point(1))]})
list[Point] <- [Point(1), {"x": 2, "y": 1.0}]
dict[str, Point] <- {"a": Point(1)}
Optional[Point] <- Point(1)
Optional[Point] <- None
Union[Point, int] <- 3
Annotated[Point, "a point"] <- Point(1)
Annotated[Point, HashMethod(lambda p: str(p.x))] <- Point(7)
list[Optional[Point]] <- [None, Point(1)]
"""

SCHEMA_SETUP = "SCHEMA = FlyteSchema(remote_path='s3://b/t', supported_mode=SchemaOpenMode.READ)"

MODELS = """
Inner <- Inner()
Model <- Model(inner=Inner(a=2), many=[Inner()], when=datetime.datetime(2024, 1, 2))
Optional[Inner] <- Inner(a=3)
WithFlyteDefault <- WithFlyteDefault()
WithFlyte <- WithFlyte(f=FlyteFile("s3://b/f", metadata={"a": "b"}), d=FlyteDirectory("s3://b/d"), t=SCHEMA)
WithFlyte <- WithFlyte(f={"path": "s3://b/f"}, d={"path": "s3://b/d"}, t=SCHEMA, files=[FlyteFile("s3://b/g")])
WithDataclass <- WithDataclass(p=Point(1, FlyteFile("s3://b/f")))
"""

GROUPS = {
    "primitives": ("", PRIMITIVES),
    "containers": ("", CONTAINERS),
    "unions": ("", UNIONS),
    "files": ("", FILES),
    "datasets": ("", DATASETS),
    "messages": (MESSAGES_SETUP, MESSAGES),
    "enums": (ENUMS_SETUP, ENUMS),
    "dataclasses": (DATACLASSES_SETUP, DATACLASSES),
    "models": (MODELS_SETUP + SCHEMA_SETUP, MODELS),
}
