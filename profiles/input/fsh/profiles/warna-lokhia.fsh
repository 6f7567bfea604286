Profile: WarnaLokhia
Parent: TemuanBerkode
Id: warna-lokhia
Title: "Warna lokhia"
Description: "Warna lokhia. Kode untuk selain serosa belum ditemukan pada sumber resmi, jadi ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Colour of lochia"]])
* insert Diamati($sct, 249214003, exam)
* value[x] from WarnaLokhiaVS (extensible)
