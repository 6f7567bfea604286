Profile: Spo2
Parent: Pengukuran
Id: spo2
Title: "Saturasi oksigen"
Description: "Saturasi oksigen menurut oksimeter, dalam persen."
* insert Terbitan
* insert Inggris([["Oxygen saturation"]])
* insert Diukur($loinc, 59408-5, vital-signs, %)
* insert JugaBerkode($loinc, 2708-6)
* value[x] obeys ilp-persen
