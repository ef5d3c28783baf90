"""Documents in foreign formats, read to a source's text: plain text, Markdown, HTML, PDF, DOCX. Nothing is fetched."""
