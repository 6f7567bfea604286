Profile: KondisiPayudara
Parent: TemuanBerkode
Id: kondisi-payudara
Title: "Kondisi payudara"
Description: "Payudara ibu nifas. Kode untuk tidak normal belum ditemukan pada sumber resmi, jadi ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Breasts"]])
* insert Diamati($loinc, 32422-8, exam)
* value[x] from KondisiPayudaraVS (extensible)
