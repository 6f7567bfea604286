ValueSet: WarnaLokhiaVS
Id: warna-lokhia-vs
Title: "Warna lokhia"
Description: "Semua jawaban warna lokhia yang mempunyai kode nasional; yang lain ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Answers: colour of lochia"]])
* $sct#449828001 "Lochia serosa"
