Profile: Partus
Parent: Hitungan
Id: partus
Title: "Partus"
Description: "Sudah berapa kali bersalin, dengan kode contoh kiriman antenatal."
* insert Terbitan
* insert Inggris([["Parity"]])
* insert Diamati($loinc, 11977-6, survey)
* insert JugaBerkode($anc-who, ANC.B6.DE32)
