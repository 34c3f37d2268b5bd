"""Results to workbooks, with XlsxWriter, which is imported in here alone and only when it is used."""
