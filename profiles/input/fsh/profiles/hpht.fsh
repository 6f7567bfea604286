Profile: Hpht
Parent: Hari
Id: hpht
Title: "Hari pertama haid terakhir"
Description: "Hari pertama haid terakhir (HPHT). Umur kehamilan dan hari perkiraan lahir dihitung darinya."
* insert Terbitan
* insert Inggris([["First day of the last menstrual period"]])
* insert Diamati($loinc, 8665-2, survey)
* insert JugaBerkode($anc-who, ANC.B6.DE14)
