Profile: KonsumsiAlkohol
Parent: TemuanBerkode
Id: konsumsi-alkohol
Title: "Minum alkohol"
Description: "Ibu minum alkohol, atau tidak."
* insert Terbitan
* insert Inggris([["Alcohol"]])
* insert Diamati($loinc, 11331-6, social-history)
* value[x] from KonsumsiAlkoholVS (required)
