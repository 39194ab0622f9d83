"""Random nested types, and values of them, as source text: the same ones every time."""

import random

LEAVES = (
    *("int", "float", "str", "bool", "None", "datetime.datetime", "datetime.date", "datetime.timedelta", "Any"),
    *("bytes", "FlyteFile", "FlyteFile['csv']", "FlyteDirectory", "StructuredDataset", "pd.DataFrame", "np.ndarray"),
    *("Literal['a', 'b']", "Literal[1]", "dict", "Point", "Line", "Color", "WithFlyte", "WithEnum", "FlyteError"),
    *("struct_pb2.Struct", "FlyteSchema", "os.PathLike", "torch.Tensor", "object", "Movie"),
)
KEYS = ("str", "str", "str", "int", "bool", "datetime.date")


def random_types(count: int, seed: int = 20) -> list[str]:
    """`count` different type expressions, none of which flytekit refuses."""
    chance = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found[_type(chance, chance.randint(1, 4))] = None
    return list(found)


def _type(chance: random.Random, depth: int) -> str:
    if depth == 0:
        return chance.choice(LEAVES)
    inner = [_type(chance, chance.randint(0, depth - 1)) for _ in range(3)]
    member = "type(None)" if inner[0] == "None" else inner[0]
    match chance.randrange(7):
        case 0:
            return f"list[{member}]"
        case 1:
            return f"List[{member}]"
        case 2:
            return f"dict[{chance.choice(KEYS)}, {member}]"
        case 3:
            return f"Dict[{chance.choice(KEYS)}, {member}]"
        case 4:
            return f"Optional[{member}]"
        case 5:
            return f"Union[{', '.join(inner)}]"
        case _:
            return f"Iterator[{member}]"


VALUES = {
    "int": ("0", "7", "-1"),
    "float": ("0.5", "-2.0"),
    "str": ("''", "'text'", "'red'"),
    "bool": ("True", "False"),
    "None": ("None",),
    "datetime.datetime": ("datetime.datetime(2024, 1, 2, 3)",),
    "datetime.date": ("datetime.date(2024, 1, 2)",),
    "datetime.timedelta": ("timedelta(minutes=5)",),
    "FlyteFile": ("FlyteFile('s3://b/f')", "'s3://b/f'"),
    "FlyteFile['csv']": ("FlyteFile['csv']('s3://b/f.csv')",),
    "FlyteDirectory": ("FlyteDirectory('s3://b/d')", "'s3://b/d'"),
    "StructuredDataset": ("StructuredDataset(uri='s3://b/t')",),
    "Literal['a', 'red']": ("'a'", "'red'"),
    "dict": ("{}", "{'a': [1, None]}", "{1: 'x'}"),
    "Point": ("Point(1)", "Point3(1, 2.0)"),
    "Line": ("Line(Point(1), tags=['a'])",),
    "Color": ("Color.RED", "'green'"),
    "WithEnum": ("WithEnum()",),
    "Mixed": ("Mixed(1, FlyteFile('s3://b/f'))",),
    "FlyteError": ("FlyteError('m', 'n0')",),
    "Annotated[int, HashMethod(str)]": ("3",),
    "Annotated[str, 'x']": ("'y'",),
}


def random_values(count: int, seed: int = 20) -> list[tuple[str, str]]:
    """`count` pairs of a type and a value of it; some are refused, where a union has two variants for the value."""
    chance = random.Random(seed)
    return [_value(chance, chance.randint(0, 3)) for _ in range(count)]


def _value(chance: random.Random, depth: int) -> tuple[str, str]:
    if depth == 0:
        leaf = chance.choice(sorted(VALUES))
        return leaf, chance.choice(VALUES[leaf])
    (member, first), (other, _) = (_value(chance, chance.randint(0, depth - 1)) for _ in range(2))
    member = "type(None)" if member == "None" else member
    match chance.randrange(6):
        case 0:
            return f"list[{member}]", chance.choice((f"[{first}, {first}]", "[]"))
        case 1:
            return f"dict[str, {member}]", f"{{'b': {first}, 'a': {first}}}"
        case 2:
            return f"dict[int, {member}]", f"{{2: {first}, 1: {first}}}"
        case 3:
            return f"Optional[{member}]", chance.choice((first, "None"))
        case 4:
            return f"Union[{other}, {member}]", first
        case _:
            return f"Union[{member}, {other}, None]", first
