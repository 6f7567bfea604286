Profile: Nadi
Parent: Pengukuran
Id: nadi
Title: "Denyut nadi"
Description: "Denyut nadi, kali per menit."
* insert Terbitan
* insert Inggris([["Pulse"]])
* insert Diukur($loinc, 8867-4, vital-signs, /min)
