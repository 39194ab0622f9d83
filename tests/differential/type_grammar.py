"""Random nested types as source text, the same ones every time."""

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
