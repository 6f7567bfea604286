Profile: UsgHpl
Parent: Hari
Id: usg-hpl
Title: "USG: hari perkiraan lahir"
Description: "Hari perkiraan lahir menurut USG."
* insert Terbitan
* insert Inggris([["Ultrasound: estimated day of delivery"]])
* insert Diamati($loinc, 11781-2, imaging)
* insert JugaBerkode($anc, ANC.SS.DE40)
