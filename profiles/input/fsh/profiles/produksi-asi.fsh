Profile: ProduksiAsi
Parent: TemuanBerkode
Id: produksi-asi
Title: "Produksi ASI"
Description: "Banyaknya ASI yang keluar."
* insert Terbitan
* insert Inggris([["Milk production"]])
* insert Diamati($klinis, OC000017, survey)
* value[x] from ProduksiAsiVS (required)
