Profile: Abortus
Parent: Hitungan
Id: abortus
Title: "Abortus"
Description: "Sudah berapa kali keguguran. Hanya untuk petugas yang ditunjuk."
* insert Terbitan
* insert Inggris([["Miscarriages"]])
* insert Diamati($loinc, 69043-8, survey)
* insert JugaBerkode($anc-who, ANC.B6.DE25)
