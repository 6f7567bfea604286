Profile: Hpl
Parent: Hari
Id: hpl
Title: "Hari perkiraan lahir"
Description: "Hari perkiraan lahir (HPL), sebagaimana disebut atau dihitung dari HPHT."
* insert Terbitan
* insert Inggris([["Estimated day of delivery"]])
* insert Diamati($loinc, 11778-8, survey)
* insert JugaBerkode($anc-who, ANC.B6.DE22)
