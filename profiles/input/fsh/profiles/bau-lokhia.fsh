Profile: BauLokhia
Parent: YaTidak
Id: bau-lokhia
Title: "Bau lokhia"
Description: "Lokhia berbau, atau tidak."
* insert Terbitan
* insert Inggris([["Smell of lochia"]])
* insert Diamati($sct, 249215002, exam)
