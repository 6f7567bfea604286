Profile: GulaDarah
Parent: HasilLabAngka
Id: gula-darah
Title: "Gula darah"
Description: "Kadar gula darah, dalam mg/dL, sewaktu atau tanpa keterangan puasa: kode nasionalnya tidak membedakan keduanya."
* insert Terbitan
* insert Inggris([["Blood glucose"]])
* insert Diukur($loinc, 74774-1, laboratory, mg/dL)
* insert JugaBerkode($anc-who, ANC.B9.DE159)
