ValueSet: KetelitianWaktuVS
Id: ketelitian-waktu-vs
Title: "Ketelitian waktu"
Description: "Semua tingkat perkiraan waktu."
* insert Terbitan
* include codes from system KetelitianWaktu
