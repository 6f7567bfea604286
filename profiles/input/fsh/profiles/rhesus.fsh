Profile: Rhesus
Parent: HasilLabKode
Id: rhesus
Title: "Rhesus"
Description: "Faktor rhesus. Tanda strip berarti tidak diketahui, bukan negatif."
* insert Terbitan
* insert Inggris([["Rhesus factor"]])
* insert Diamati($loinc, 10331-7, laboratory)
* insert JugaBerkode($anc-who, ANC.B9.DE29)
* value[x] from RhesusVS (required)
