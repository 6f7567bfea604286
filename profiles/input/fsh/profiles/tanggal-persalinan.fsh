Profile: TanggalPersalinan
Parent: Hari
Id: tanggal-persalinan
Title: "Tanggal persalinan"
Description: "Hari bersalin."
* insert Terbitan
* insert Inggris([["Day of delivery"]])
* insert Diamati($loinc, 93857-1, survey)
