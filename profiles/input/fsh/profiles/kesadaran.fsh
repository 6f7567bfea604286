Profile: Kesadaran
Parent: TemuanBerkode
Id: kesadaran
Title: "Kesadaran"
Description: "Tingkat kesadaran. Kode untuk selain sadar penuh belum ditemukan pada sumber resmi, jadi ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Level of consciousness"]])
* insert Diamati($loinc, 67775-7, vital-signs)
* value[x] from KesadaranVS (extensible)
