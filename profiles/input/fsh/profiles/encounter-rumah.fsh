Profile: EncounterRumah
Parent: EncounterIlp
Id: encounter-rumah
Title: "Kunjungan rumah"
Description: "Satu kontak di rumah sasaran, oleh kader atau tenaga kesehatan."
* insert Terbitan
* insert Inggris([["Home visit"]])
* class = $act#HH
