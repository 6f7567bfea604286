Profile: GolonganDarah
Parent: HasilLabKode
Id: golongan-darah
Title: "Golongan darah ABO"
Description: "Golongan darah ABO."
* insert Terbitan
* insert Inggris([["ABO blood group"]])
* insert Diamati($loinc, 883-9, laboratory)
* insert JugaBerkode($anc-who, ANC.B9.DE24)
* value[x] from GolonganDarahVS (required)
