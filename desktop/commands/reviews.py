"""`reviews import`: take in a list of reviews of a shop from a file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from models.errors import EnvironmentFault, NotFound, UserError
from models.register_kinds import ReviewOrigin


def import_reviews(context: AppContext, options: Namespace, output: Output) -> int:
    """Take in the reviews of a file; rows that cannot be read are named and left out. `--dry-run` writes nothing.

    NotFound `shop_not_found`; EnvironmentFault `file_unreadable`; UserError of desktop.importers.review_rows.
    """
    known = context.shops.list_shops()
    named = [shop.id for shop in known if options.shop in (shop.name, str(shop.id))]
    if options.shop and not named:
        raise NotFound("shop_not_found", shop=options.shop[:80])
    if not named and len(known) != 1:
        raise UserError("review_shop_needed", count=len(known))
    shop_id = named[0] if named else known[0].id
    path = Path(options.file)
    if not path.is_file():
        raise EnvironmentFault("file_unreadable", file=path.name, reason="no file")
    preview = context.reviews.preview_file(shop_id, path)
    for fault in preview.draft.faults:
        output.warning(f"{path.name}:{fault.row}: {fault.code}: {fault.text[:80]}")
    made = None if options.dry_run else context.reviews.take_in(preview, ReviewOrigin.FILE)
    added, known_count = (len(preview.new), preview.known) if made is None else (made.added, made.known)
    zh = options.lang == "zh"
    output.line(
        f"新增 {added} 条，已有 {known_count} 条，跳过 {len(preview.draft.faults)} 行" if zh
        else f"{added} new, {known_count} known already, {len(preview.draft.faults)} rows left out"
    )  # fmt: skip
    output.value({
        "shop": shop_id, "added": added, "known": known_count, "bad": preview.bad, "answers": preview.answers,
        "with_problems": preview.with_problems, "faults": preview.draft.faults, "written": made is not None,
    })  # fmt: skip
    return 0
