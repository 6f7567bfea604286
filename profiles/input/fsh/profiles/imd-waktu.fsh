Profile: ImdWaktu
Parent: TemuanBerkode
Id: imd-waktu
Title: "Waktu inisiasi menyusu dini"
Description: "Dalam berapa lama sesudah lahir bayi mulai menyusu."
* insert Terbitan
* insert Inggris([["Time to first breastfeeding"]])
* insert Diamati($klinis, OC000016, survey)
* value[x] from ImdWaktuVS (required)
