Profile: Gravida
Parent: Hitungan
Id: gravida
Title: "Gravida"
Description: "Sudah berapa kali hamil, termasuk kehamilan ini dan yang berakhir keguguran."
* insert Terbitan
* insert Inggris([["Gravidity"]])
* insert Diamati($loinc, 11996-6, survey)
* insert JugaBerkode($anc-who, ANC.B6.DE24)
