Profile: JumlahJanin
Parent: Hitungan
Id: jumlah-janin
Title: "Jumlah janin"
Description: "Berapa janin dalam kehamilan ini."
* insert Terbitan
* insert Inggris([["Number of fetuses"]])
* insert Diamati($sct, 246435002, exam)
* insert JugaBerkode($anc-who, ANC.B8.DE109)
