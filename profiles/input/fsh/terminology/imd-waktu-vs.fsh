ValueSet: ImdWaktuVS
Id: imd-waktu-vs
Title: "Waktu inisiasi menyusu dini"
Description: "Semua jawaban waktu inisiasi menyusu dini."
* insert Terbitan
* insert Inggris([["Answers: time to first breastfeeding"]])
* $klinis#OV000014 "Kurang dari 1 Jam"
* $klinis#OV000015 "Lebih dari 1 Jam"
