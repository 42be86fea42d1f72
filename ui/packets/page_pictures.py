"""Pictures of a PDF's pages, which other pages print as well."""

from ui.paper.page_pictures import PagePictures, image_of

__all__ = ["PagePictures", "image_of"]
