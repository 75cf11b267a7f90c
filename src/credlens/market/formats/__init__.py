"""Files that job ads come in; a new one is one file here and one line in the table."""

from __future__ import annotations

from credlens.market.adfile import AdFormat
from credlens.registry import Registry

AD_FORMATS: Registry[AdFormat] = Registry(
    "ad_format",
    {
        "text": "credlens.market.formats.text:read",
        "markdown": "credlens.market.formats.markdown:read",
        "html": "credlens.market.formats.html_page:read",
        "json": "credlens.market.formats.json_file:read",
        "jsonl": "credlens.market.formats.json_lines:read",
        "csv": "credlens.market.formats.csv_table:read",
        "parquet": "credlens.market.formats.parquet:read",
    },
)

_EXTENSIONS = {
    "txt": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "json": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "csv",
    "parquet": "parquet",
    "pq": "parquet",
}


def for_name(filename: str) -> str | None:
    """The name of the format that a file's extension stands for; None when ads do not come in such files.

    A third party's format is chosen when its name is the extension.
    """
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    return _EXTENSIONS.get(extension) or (extension if extension in AD_FORMATS.names() else None)
