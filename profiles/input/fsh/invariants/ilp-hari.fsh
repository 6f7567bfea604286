Invariant: ilp-hari
Description: "Hari ditulis lengkap: tahun, bulan dan tanggal, tanpa jam."
Severity: #error
Expression: "toString().matches('^[0-9]{4}-[0-9]{2}-[0-9]{2}$')"
* insert InggrisAturan([["A day is written whole: year, month and day, without an hour."]])
