Invariant: ilp-temuan-dua-bahasa
Description: "Setiap temuan dikatakan dengan kalimat Indonesia dan Inggris."
Severity: #error
Expression: "details.text.exists() and diagnostics.exists()"
* insert InggrisAturan([["Every finding is said in an Indonesian and an English sentence."]])
* insert MenyatakanUlangAturan
