Profile: ImtSebelumHamil
Parent: Pengukuran
Id: imt-sebelum-hamil
Title: "Indeks massa tubuh sebelum hamil"
Description: "Indeks massa tubuh (IMT) sebelum hamil, dalam kg/m2; target kenaikan berat badan mengikutinya."
* insert Terbitan
* insert Inggris([["Body mass index before pregnancy"]])
* insert Diukur($klinis, OC000010, exam, kg/m2)
* insert JugaBerkode($anc, ANC.SS.DE58)
* interpretation MS
* interpretation from TafsirImtSebelumHamilVS (required)
