Profile: TabletTambahDarah
Parent: ObatDiserahkan
Id: tablet-tambah-darah
Title: "Tablet tambah darah"
Description: "Tablet tambah darah yang diserahkan kepada ibu hamil, dihitung per tablet. Kodenya sediaan virtual, karena formulir tidak menyebut merek."
* insert Terbitan
* insert Inggris([["Iron and folic acid tablets"]])
* medication[x] = $kfa#92000653
* quantity.code = #{tablet}
