Profile: Trimester
Parent: Hitungan
Id: trimester
Title: "Trimester"
Description: "Trimester kehamilan, sebagaimana disebut."
* insert Terbitan
* insert Inggris([["Trimester"]])
* insert Diamati($loinc, 32418-6, survey)
* insert JugaBerkode($anc, ANC.SS.DE13)
* value[x] obeys ilp-trimester
