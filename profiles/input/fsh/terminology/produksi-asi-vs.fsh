ValueSet: ProduksiAsiVS
Id: produksi-asi-vs
Title: "Produksi ASI"
Description: "Semua jawaban produksi ASI."
* insert Terbitan
* insert Inggris([["Answers: milk production"]])
* $klinis#OV000016 "Produksi ASI ada"
* $klinis#OV000017 "Produksi ASI ada tapi sedikit"
* $klinis#OV000018 "Produksi ASI tidak ada"
