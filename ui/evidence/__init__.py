"""The Evidence page: gallery, checklist, metadata, viewer and verification."""
