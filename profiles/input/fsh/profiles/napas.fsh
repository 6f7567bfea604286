Profile: Napas
Parent: Pengukuran
Id: napas
Title: "Frekuensi napas"
Description: "Frekuensi napas, kali per menit."
* insert Terbitan
* insert Inggris([["Respiratory rate"]])
* insert Diukur($loinc, 9279-1, vital-signs, /min)
