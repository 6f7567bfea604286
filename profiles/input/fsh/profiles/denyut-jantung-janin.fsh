Profile: DenyutJantungJanin
Parent: AngkaBersatuan
Id: denyut-jantung-janin
Title: "Denyut jantung janin"
Description: "Denyut jantung janin (DJJ), kali per menit. Nol berarti tidak terdengar, bukan tidak diperiksa."
* insert Terbitan
* insert Inggris([["Fetal heart rate"]])
* insert Diukur($loinc, 55283-6, exam, /min)
* insert JugaBerkode($anc-who, ANC.B8.DE107)
