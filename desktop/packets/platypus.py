"""The few classes of reportlab's page layout that packets use, with the types reportlab itself does not give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

__all__ = ["BaseDocTemplate", "CondPageBreak", "Flowable", "Frame", "PageBreak", "PageTemplate", "Spacer"]

if TYPE_CHECKING:

    class Flowable:
        """Something that takes room on a page; measures are points. Only what is `in_sketch` is drawn where pages are
        laid out for their numbers alone."""

        canv: Any
        in_sketch: bool
        width: float
        height: float
        spaceBefore: float
        spaceAfter: float

        def __init__(self) -> None: ...
        def wrap(self, available_width: float, available_height: float, /) -> tuple[float, float]: ...
        def split(self, available_width: float, available_height: float, /) -> Sequence[Flowable]: ...
        def drawOn(self, canvas: Any, x: float, y: float) -> None: ...
        def getSpaceAfter(self) -> float: ...
        def draw(self) -> None: ...

    class Spacer(Flowable):
        def __init__(self, width: float, height: float) -> None: ...

    class PageBreak(Flowable): ...

    class CondPageBreak(Flowable):
        def __init__(self, height: float) -> None: ...

    class Frame:
        def __init__(self, *edges: float, id: str) -> None: ...

    class PageTemplate:
        def __init__(self, id: str, frames: Sequence[Frame], onPage: Callable[[Any, Any], None]) -> None: ...  # noqa: N803

    class BaseDocTemplate:
        page: int
        canv: Any

        def __init__(self, out: object, **settings: Any) -> None: ...
        def addPageTemplates(self, templates: PageTemplate) -> None: ...
        def build(self, story: list[Flowable], canvasmaker: type = ...) -> None: ...

else:
    from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, PageBreak, PageTemplate, Spacer
    from reportlab.platypus import Flowable as _Flowable

    class Flowable(_Flowable):
        def drawOn(self, canvas, x, y, _sW=0):  # noqa: N803
            if not getattr(canvas, "is_sketch", False) or self.in_sketch:
                super().drawOn(canvas, x, y, _sW)

        in_sketch = False
