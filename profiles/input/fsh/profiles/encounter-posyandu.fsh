Profile: EncounterPosyandu
Parent: EncounterIlp
Id: encounter-posyandu
Title: "Kunjungan posyandu"
Description: "Satu kontak satu orang dengan satu posyandu pada satu hari."
* insert Terbitan
* insert Inggris([["Posyandu visit"]])
* class = $act#AMB
