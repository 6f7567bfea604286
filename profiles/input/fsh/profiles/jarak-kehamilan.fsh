Profile: JarakKehamilan
Parent: AngkaBersatuan
Id: jarak-kehamilan
Title: "Jarak kehamilan"
Description: "Jarak dengan anak sebelumnya, dalam bulan."
* insert Terbitan
* insert Inggris([["Interval between pregnancies"]])
* insert Diukur($klinis, OC000001, survey, mo)
* insert JugaBerkode($anc, ANC.SS.DE53)
