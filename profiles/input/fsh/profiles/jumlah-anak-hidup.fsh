Profile: JumlahAnakHidup
Parent: Hitungan
Id: jumlah-anak-hidup
Title: "Jumlah anak hidup"
Description: "Berapa anak yang masih hidup."
* insert Terbitan
* insert Inggris([["Living children"]])
* insert Diamati($loinc, 11638-4, survey)
