Profile: Menyusui
Parent: YaTidak
Id: menyusui
Title: "Menyusui"
Description: "Ibu menyusui, atau anak mendapat ASI: subjeknya yang membedakan, kodenya sama."
* insert Terbitan
* insert Inggris([["Breastfeeding"]])
* insert Diamati($loinc, 63895-7, survey)
