Profile: UsgUmurKehamilan
Parent: Pengukuran
Id: usg-umur-kehamilan
Title: "USG: umur kehamilan"
Description: "Umur kehamilan menurut USG, dalam minggu."
* insert Terbitan
* insert Inggris([["Ultrasound: gestational age"]])
* insert Diukur($loinc, 11888-5, imaging, wk)
* insert JugaBerkode($anc-who, ANC.B6.DE20)
* value[x] obeys ilp-usia-gestasi
