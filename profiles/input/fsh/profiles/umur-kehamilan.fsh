Profile: UmurKehamilan
Parent: Pengukuran
Id: umur-kehamilan
Title: "Umur kehamilan"
Description: "Umur kehamilan saat kunjungan, dalam minggu penuh, sebagaimana disebut."
* insert Terbitan
* insert Inggris([["Gestational age"]])
* insert Diukur($loinc, 18185-9, survey, wk)
* insert JugaBerkode($anc-who, ANC.B6.DE17)
* value[x] obeys ilp-usia-gestasi
