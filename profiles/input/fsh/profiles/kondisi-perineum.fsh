Profile: KondisiPerineum
Parent: Teks
Id: kondisi-perineum
Title: "Kondisi perineum"
Description: "Perineum ibu nifas: normal atau tidak."
* insert Terbitan
* insert Inggris([["Perineum"]])
* insert Diamati($sct, 364297003, exam)
