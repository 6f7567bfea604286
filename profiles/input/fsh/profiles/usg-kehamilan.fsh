Profile: UsgKehamilan
Parent: Tindakan
Id: usg-kehamilan
Title: "USG kehamilan"
Description: "Pemeriksaan USG kehamilan."
* insert Terbitan
* insert Inggris([["Obstetric ultrasound"]])
* insert Dilakukan(103693007, $icd9, 88.78)
