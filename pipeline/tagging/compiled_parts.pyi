from typing import Any

def find_parts(
    table: tuple[Any, Any],
    begins: Any,
    inside: Any | None,
    text: str,
    starts: Any,
    ends: Any,
    plain: Any,
    cased: Any,
) -> list[tuple[int, int]]: ...
