Profile: UsgDenyutJantungJanin
Parent: AngkaBersatuan
Id: usg-denyut-jantung-janin
Title: "USG: denyut jantung janin"
Description: "Denyut jantung janin menurut USG, kali per menit. Nol berarti tidak tampak."
* insert Terbitan
* insert Inggris([["Ultrasound: fetal heart rate"]])
* insert Diukur($loinc, 11948-7, imaging, /min)
* insert JugaBerkode($anc, ANC.SS.DE38)
